import { useMemo } from 'react';
import { type DrawnNetwork, forestOfNetwork } from '#core/reporting/figuresOfNetwork';
import { Section } from '../../../parts/Section.tsx';
import { ForestFigure } from './ForestFigure.tsx';
import styles from './NetworkTab.module.css';

interface NetworkForestProps {
  readonly network: DrawnNetwork;
  readonly reference: string;
  readonly isLowerBetter: boolean;
  readonly name: string;
}

/** Every treatment against the reference, the surest first. */
export function NetworkForest({ network, reference, isLowerBetter, name }: NetworkForestProps) {
  const data = useMemo(() => {
    const [left, right] = isLowerBetter ? ['the treatment', reference] : [reference, 'the treatment'];
    return { ...forestOfNetwork(network, reference), favours: { left, right } };
  }, [network, reference, isLowerBetter]);
  return (
    <Section
      title={`Forest plot against ${reference}`}
      hint="Network estimates: direct and indirect evidence together."
    >
      <div className={styles.forest}>
        <ForestFigure
          data={data}
          caption={`${name}: every treatment against ${reference}`}
          fileName={`${name}, network forest`}
        />
      </div>
    </Section>
  );
}
