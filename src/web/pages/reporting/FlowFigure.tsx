import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Figure } from '../../parts/Figure.tsx';

/** The diagram; a number leads to its records within the app, without loading it anew. */
export function FlowFigure({ svg }: { svg: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useEffect(() => {
    const element = frame.current;
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const address = link?.getAttribute('href') ?? '';
      // With a key held the browser opens a window of its own, as with any link.
      if (!address.startsWith('/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      router.history.push(address);
    };
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [router]);
  return (
    <div ref={frame}>
      <Figure svg={svg} caption="PRISMA 2020 flow diagram: from records identified to studies included" />
    </div>
  );
}
