import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { TickBox } from '../../parts/TickBox.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Credit.module.css';
import { type Credit, useCreditDeeds } from './useCredit.ts';

/** Who is an author, and in which order. What the criteria say stands beside each name: the team judges. */
export function AuthorOrder({ reviewId, credit, onClose }: { reviewId: string; credit: Credit; onClose: () => void }) {
  const [authors, setAuthors] = useState<readonly string[]>(
    credit.people.filter(({ place }) => place !== null).map(({ personId }) => personId),
  );
  const { order } = useCreditDeeds(reviewId);
  const errors = useFieldErrors(order.error, []);
  const rest = credit.people.filter(({ personId }) => !authors.includes(personId));
  const shown = [...authors.flatMap(id => credit.people.filter(one => one.personId === id)), ...rest];
  const move = (place: number, by: number) => {
    const next = [...authors];
    const [moved] = next.splice(place, 1);
    if (moved) next.splice(place + by, 0, moved);
    setAuthors(next);
  };
  return (
    <Dialog title="Authors, in the order of the paper" onClose={onClose}>
      <form
        className={styles.dialog}
        onSubmit={event => {
          event.preventDefault();
          order.mutate([...authors], { onSuccess: onClose });
        }}
      >
        <FormProblem problem={order.error} errors={errors} />
        <ul className={styles.order}>
          {shown.map(({ personId, name, icmje }) => {
            const place = authors.indexOf(personId);
            const met = icmje.criteria.filter(({ state }) => state === 'supported').length;
            return (
              <li key={personId}>
                <TickBox
                  label={`${name} is an author`}
                  isTicked={place >= 0}
                  onToggle={() =>
                    setAuthors(place >= 0 ? authors.filter(id => id !== personId) : [...authors, personId])
                  }
                />
                <span className={styles.orderName}>
                  {place >= 0 && `${place + 1}. `}
                  {name}
                  <span className={styles.when}>{met} of 4 criteria supported</span>
                </span>
                {place > 0 && (
                  <IconButton
                    label={`${name} one up`}
                    icon={<IconArrowUp size={18} stroke={1.75} />}
                    onClick={() => move(place, -1)}
                  />
                )}
                {place >= 0 && place < authors.length - 1 && (
                  <IconButton
                    label={`${name} one down`}
                    icon={<IconArrowDown size={18} stroke={1.75} />}
                    onClick={() => move(place, 1)}
                  />
                )}
              </li>
            );
          })}
        </ul>
        <p className={styles.quiet}>The order is in the history with who set it; talk it over before.</p>
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Leave it</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={order.isPending}>
            Set the order
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
