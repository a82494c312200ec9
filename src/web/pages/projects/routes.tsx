import type { PageRoute } from '../../PageRoute.ts';

const PROJECTS = [{ title: 'Projects', to: '/projects' }] as const;
const OPENINGS = [{ title: 'Openings', to: '/openings' }] as const;

export const projectsRoutes: readonly PageRoute[] = [
  {
    path: '/projects',
    layout: 'app',
    title: 'Projects',
    load: () => import('./Projects.tsx').then(module => module.Projects),
  },
  {
    path: '/projects/new',
    layout: 'app',
    title: 'New project',
    under: PROJECTS,
    load: () => import('./NewProject.tsx').then(module => module.NewProject),
  },
  {
    path: '/projects/$projectId',
    layout: 'app',
    title: 'Project',
    under: PROJECTS,
    load: () => import('./Project.tsx').then(module => module.Project),
  },
  {
    path: '/projects/$projectId/agreement',
    layout: 'app',
    title: 'Authorship agreement',
    under: [...PROJECTS, { title: 'Project', to: '/projects/$projectId' }],
    load: () => import('./AgreementPage.tsx').then(module => module.AgreementPage),
  },
  {
    path: '/projects/$projectId/openings/new',
    layout: 'app',
    title: 'New opening',
    under: [...PROJECTS, { title: 'Project', to: '/projects/$projectId' }],
    load: () => import('./NewOpening.tsx').then(module => module.NewOpening),
  },
  {
    path: '/openings',
    layout: 'app',
    title: 'Openings',
    load: () => import('./Openings.tsx').then(module => module.Openings),
  },
  {
    path: '/openings/topics',
    layout: 'app',
    title: 'Map of topics',
    under: OPENINGS,
    load: () => import('./TopicMap.tsx').then(module => module.TopicMap),
  },
  {
    path: '/moderation',
    layout: 'app',
    title: 'Reported openings',
    load: () => import('./Moderation.tsx').then(module => module.Moderation),
  },
  {
    path: '/openings/$openingId',
    layout: 'app',
    title: 'Opening',
    under: OPENINGS,
    load: () => import('./Opening.tsx').then(module => module.Opening),
  },
  {
    path: '/openings/$openingId/edit',
    layout: 'app',
    title: 'Change the opening',
    under: [...OPENINGS, { title: 'Opening', to: '/openings/$openingId' }],
    load: () => import('./EditOpening.tsx').then(module => module.EditOpening),
  },
  {
    path: '/openings/$openingId/applicants',
    layout: 'app',
    title: 'Applicants',
    under: [...OPENINGS, { title: 'Opening', to: '/openings/$openingId' }],
    load: () => import('./Applicants.tsx').then(module => module.Applicants),
  },
  {
    path: '/applications',
    layout: 'app',
    title: 'My applications',
    under: OPENINGS,
    load: () => import('./MyApplications.tsx').then(module => module.MyApplications),
  },
];
