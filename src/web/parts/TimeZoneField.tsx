import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

const ZONES = Intl.supportedValuesOf('timeZone');
const SHOWN = 60;

/** A time zone by its name, found by typing a city. What was saved stays choosable, also where the browser has another name for it. */
export function TimeZoneField({
  label,
  value,
  onChange,
  error,
  description,
}: {
  label: ReactNode;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string | undefined;
  description?: ReactNode;
}) {
  const zones = value === null || ZONES.includes(value) ? ZONES : [value, ...ZONES];
  return (
    <Select
      label={label}
      name="timeZone"
      data={zones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      value={value}
      error={error}
      description={description}
      placeholder="Type a city"
      searchable
      clearable
      allowDeselect
      limit={SHOWN}
      nothingFoundMessage="No such zone"
      onChange={onChange}
    />
  );
}
