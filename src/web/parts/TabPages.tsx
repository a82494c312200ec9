import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

export interface TabPage {
  readonly value: string;
  readonly label: string;
  readonly panel: ReactNode;
}

/** Tabs with a panel each; only the shown one is made. A tab that isn't there any more shows the first. */
export function TabPages({
  pages,
  shown,
  onShow,
  className,
}: {
  pages: readonly TabPage[];
  shown: string;
  onShow: (value: string) => void;
  className?: string | undefined;
}) {
  const first = pages[0]?.value ?? '';
  const value = pages.some(page => page.value === shown) ? shown : first;
  return (
    <Tabs value={value} onChange={next => onShow(next ?? first)} keepMounted={false} className={className ?? ''}>
      <Tabs.List>
        {pages.map(page => (
          <Tabs.Tab key={page.value} value={page.value}>
            {page.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {pages.map(page => (
        <Tabs.Panel key={page.value} value={page.value}>
          {page.panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
