import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { PageHead } from '../../parts/PageHead.tsx';
import styles from './Gallery.module.css';
import { GalleryDecisions } from './GalleryDecisions.tsx';
import { GalleryForms } from './GalleryForms.tsx';
import { GalleryStates } from './GalleryStates.tsx';
import { GalleryTokens } from './GalleryTokens.tsx';

/** Every part of the house in one place, to be looked at in light and dark. Its names and numbers are invented. */
export function Gallery() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <main id="content" className={styles.page}>
      <PageHead
        title="Parts"
        line="What pages are made of. Names and numbers here are invented."
        actions={
          <SegmentedControl
            aria-label="Appearance"
            value={colorScheme}
            onChange={value => setColorScheme(value)}
            data={[
              { value: 'light' as const, label: 'Light' },
              { value: 'dark' as const, label: 'Dark' },
              { value: 'auto' as const, label: 'Auto' },
            ]}
          />
        }
      />
      <div className={styles.grid}>
        <GalleryTokens />
        <GalleryDecisions />
        <GalleryForms />
      </div>
      <GalleryStates />
    </main>
  );
}
