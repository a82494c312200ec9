import { KeyCap } from '../../parts/KeyCap.tsx';
import { capOf, PRESETS, type Preset } from '../screening/screeningKeys.ts';
import { useKeyMap } from '../screening/useKeyMap.ts';
import styles from './Welcome.module.css';

const TOOLS: readonly { readonly name: string; readonly preset: Preset }[] = [
  { name: 'Rayyan', preset: 'rayyan' },
  { name: 'ASReview', preset: 'asreview' },
  { name: 'Covidence, or none', preset: 'pooled' },
];
const DEEDS = [
  { deed: 'exclude', name: 'Exclude' },
  { deed: 'unsure', name: 'Unsure' },
  { deed: 'include', name: 'Include' },
] as const;

/** Which tool before, so that the keys fit: in one of them I is include, in another irrelevant. */
export function WelcomeKeys() {
  const { preset, keys, choosePreset } = useKeyMap();
  return (
    <>
      <h1 className={styles.title}>Which tool did you use before?</h1>
      <p className={styles.line}>
        The keys of screening follow it. They are drawn on the buttons, and can be changed there.
      </p>
      <div className={styles.chips}>
        {TOOLS.map(tool => (
          <button
            key={tool.preset}
            type="button"
            className={styles.choice}
            aria-pressed={preset === tool.preset}
            onClick={() => choosePreset(tool.preset)}
          >
            {tool.name}
          </button>
        ))}
      </div>
      <p className={styles.keys}>
        {DEEDS.map(({ deed, name }) => (
          <span key={deed}>
            <KeyCap>{capOf(keys[deed])}</KeyCap> {name}
          </span>
        ))}
      </p>
      <p className={styles.second}>
        {preset === null ? 'These are your own keys.' : `Keys as in ${PRESETS[preset].name}.`}
      </p>
    </>
  );
}
