import { TextInput } from '@mantine/core';
import { IconBellPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useCallback, useState } from 'react';
import { dropAlert, keepSearch, listAlerts, lookAtAlert } from '#contract/openingAlerts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Openings.module.css';
import type { OpeningFilter } from './openingFilters.ts';
import { addressOfFilter } from './useOpeningFilter.ts';

/** The searches that one keeps, with what is new in each, and the way to keep the one at hand. */
export function KeptSearches({ filter }: { filter: OpeningFilter }) {
  const [name, setName] = useState<string | null>(null);
  // The form opens at the lower end of the filters: the focus brings it into sight.
  const focus = useCallback((field: HTMLInputElement | null) => field?.focus(), []);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const kept = useQuery({ queryKey: ['opening-alerts'], queryFn: ({ signal }) => call(listAlerts, { signal }) });
  const refresh = () => queries.invalidateQueries({ queryKey: ['opening-alerts'] });
  const keeping = useMutation({
    mutationFn: (named: string) =>
      call(keepSearch, {
        body: {
          name: named,
          wish: {
            ...filter,
            roles: [...filter.roles],
            earns: [...filter.earns],
            pays: [...filter.pays],
            places: [...filter.places],
          },
        },
      }),
    onSuccess: async () => {
      setName(null);
      await refresh();
    },
  });
  const dropping = useMutation({
    mutationFn: (alertId: string) => call(dropAlert, { params: { alertId } }),
    onSuccess: refresh,
  });
  const looking = useMutation({
    mutationFn: (alertId: string) => call(lookAtAlert, { params: { alertId } }),
    onSuccess: refresh,
  });
  const errors = useFieldErrors(keeping.error, ['name']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name !== null && !keeping.isPending) keeping.mutate(name);
  };
  const look = (alert: { alertId: string; wish: OpeningFilter }) => {
    looking.mutate(alert.alertId);
    const words = alert.wish.text || undefined;
    void navigate({ to: '/openings', search: { ...addressOfFilter(alert.wish), text: words, sort: 'newest' } });
  };
  return (
    <div className={styles.kept}>
      {(kept.data?.alerts ?? []).map(alert => (
        <div key={alert.alertId} className={styles.keptRow}>
          <LinkButton onClick={() => look(alert)}>{alert.name}</LinkButton>
          <span className="muted">{alert.fresh > 0 ? `${alert.fresh} new` : `${alert.found} found`}</span>
          <LinkButton onClick={() => dropping.mutate(alert.alertId)} label={`Drop ${alert.name}`}>
            Drop
          </LinkButton>
        </div>
      ))}
      {name === null ? (
        <ActionButton
          kind="quiet"
          size="small"
          icon={<IconBellPlus stroke={1.75} />}
          onClick={() => setName(filter.text)}
        >
          Keep this search
        </ActionButton>
      ) : (
        <form ref={errors.form} className={styles.keepForm} onSubmit={send} noValidate>
          <FormProblem problem={keeping.error} errors={errors} />
          <TextInput
            ref={focus}
            label="Its name"
            name="name"
            placeholder="Screening, up to 4 h"
            value={name}
            error={errors.of('name')}
            onChange={event => setName(event.target.value)}
          />
          <ActionButton type="submit" size="small" isWorking={keeping.isPending}>
            Keep it
          </ActionButton>
        </form>
      )}
    </div>
  );
}
