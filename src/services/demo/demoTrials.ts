/**
 * The thirteen trials of BCG vaccine against tuberculosis that Colditz and colleagues pooled (1994, JAMA 271:698–702,
 * doi:10.1001/jama.1994.03510330076038), with their published counts. Labels, years and counts are facts; the titles
 * and abstracts are written for this demo and belong to no publication.
 */
export interface DemoTrial {
  readonly label: string;
  readonly authors: string;
  readonly year: number;
  readonly allocation: 'random' | 'alternate' | 'systematic';
  readonly latitude: number;
  readonly vaccinated: { readonly cases: number; readonly people: number };
  readonly unvaccinated: { readonly cases: number; readonly people: number };
}

function trial(
  label: string,
  authors: string,
  year: number,
  allocation: DemoTrial['allocation'],
  latitude: number,
  [cases, people, otherCases, otherPeople]: readonly [number, number, number, number],
): DemoTrial {
  return {
    label,
    authors,
    year,
    allocation,
    latitude,
    vaccinated: { cases, people },
    unvaccinated: { cases: otherCases, people: otherPeople },
  };
}

export const DEMO_TRIALS: readonly DemoTrial[] = [
  trial('Aronson 1948', 'Aronson', 1948, 'random', 44, [4, 123, 11, 139]),
  trial('Ferguson & Simes 1949', 'Ferguson; Simes', 1949, 'random', 55, [6, 306, 29, 303]),
  trial('Rosenthal 1960', 'Rosenthal', 1960, 'random', 42, [3, 231, 11, 220]),
  trial('Hart & Sutherland 1977', 'Hart; Sutherland', 1977, 'random', 52, [62, 13_598, 248, 12_867]),
  trial('Frimodt-Møller 1973', 'Frimodt-Møller', 1973, 'alternate', 13, [33, 5069, 47, 5808]),
  trial('Stein & Aronson 1953', 'Stein; Aronson', 1953, 'alternate', 44, [180, 1541, 372, 1451]),
  trial('Vandiviere 1973', 'Vandiviere', 1973, 'random', 19, [8, 2545, 10, 629]),
  trial('TPT Madras 1980', 'TPT Madras', 1980, 'random', 13, [505, 88_391, 499, 88_391]),
  trial('Coetzee & Berjak 1968', 'Coetzee; Berjak', 1968, 'random', 27, [29, 7499, 45, 7277]),
  trial('Rosenthal 1961', 'Rosenthal', 1961, 'systematic', 42, [17, 1716, 65, 1665]),
  trial('Comstock 1974', 'Comstock', 1974, 'systematic', 18, [186, 50_634, 141, 27_338]),
  trial('Comstock & Webster 1969', 'Comstock; Webster', 1969, 'systematic', 33, [5, 2498, 3, 2341]),
  trial('Comstock 1976', 'Comstock', 1976, 'systematic', 33, [27, 16_913, 29, 17_854]),
];
