import type { CSSProperties } from 'react';
import { MEANINGS } from '../../parts/Badge.tsx';
import styles from './Gallery.module.css';
import { GalleryCell } from './GalleryCell.tsx';

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export function GalleryTokens() {
  return (
    <>
      <GalleryCell name="Accent, neutral, 0 to 9; meaning: solid, tint, border, text">
        {(['a', 'n'] as const).map(scale => (
          <div key={scale} className={styles.swatches}>
            {STEPS.map(step => (
              <span key={step} className={styles.swatch} style={{ background: `var(--${scale}${step})` }} />
            ))}
          </div>
        ))}
        <div className={styles.swatches}>
          {MEANINGS.map(meaning => (
            <span key={meaning} className={styles.meaning} style={looks(meaning)}>
              {meaning}
            </span>
          ))}
        </div>
      </GalleryCell>
      <GalleryCell name="Type">
        <div className={styles.type}>
          <p style={{ font: 'var(--type-review)' }}>Serif for what authors wrote</p>
          <p style={{ font: 'var(--type-page)', letterSpacing: '-0.018em' }}>Page title 24/32</p>
          <p style={{ font: 'var(--type-section)' }}>Section 15/22</p>
          <p>Body 14/20, the voice of Pooled</p>
          <p style={{ font: 'var(--type-small)', color: 'var(--ink-muted)' }}>Small 13/20, tables and second lines</p>
          <p style={{ font: 'var(--type-caption)', color: 'var(--ink-muted)' }}>Caption 12/16</p>
          <p className={styles.text}>Abstract 17/28, sixty-five to seventy-five characters a line, never justified.</p>
        </div>
      </GalleryCell>
    </>
  );
}

function looks(meaning: string): CSSProperties {
  const custom: CSSProperties & Record<'--solid', string> = {
    '--solid': `var(--${meaning}-solid)`,
    background: `var(--${meaning}-tint)`,
    borderColor: `var(--${meaning}-border)`,
    color: `var(--${meaning}-text)`,
  };
  return custom;
}
