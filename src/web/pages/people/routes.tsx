import type { PageRoute } from '../../PageRoute.ts';

const PROFILE = [{ title: 'Profile', to: '/profile' }] as const;

export const peopleRoutes: readonly PageRoute[] = [
  {
    path: '/sign-in',
    layout: 'bare',
    title: 'Sign in',
    load: () => import('./SignIn.tsx').then(module => module.SignIn),
  },
  {
    path: '/sign-up',
    layout: 'bare',
    title: 'Create an account',
    load: () => import('./SignUp.tsx').then(module => module.SignUp),
  },
  {
    path: '/password',
    layout: 'bare',
    title: 'New password',
    load: () => import('./AskPassword.tsx').then(module => module.AskPassword),
  },
  {
    path: '/password/$token',
    layout: 'bare',
    title: 'Set a new password',
    load: () => import('./SetPassword.tsx').then(module => module.SetPassword),
  },
  {
    path: '/invitations/$token',
    layout: 'bare',
    title: 'Invitation',
    load: () => import('./Invitation.tsx').then(module => module.Invitation),
  },
  {
    path: '/welcome',
    layout: 'focus',
    title: 'Welcome',
    load: () => import('./Welcome.tsx').then(module => module.Welcome),
  },
  {
    path: '/profile',
    layout: 'app',
    title: 'Profile',
    load: () => import('./Profile.tsx').then(module => module.Profile),
  },
  {
    path: '/profile/publications',
    layout: 'app',
    title: 'Publications',
    under: PROFILE,
    load: () => import('./PublicationsPage.tsx').then(module => module.PublicationsPage),
  },
  {
    path: '/profile/topics',
    layout: 'app',
    title: 'Topics',
    under: PROFILE,
    load: () => import('./TopicsPage.tsx').then(module => module.TopicsPage),
  },
  {
    path: '/account',
    layout: 'app',
    title: 'Account',
    under: PROFILE,
    load: () => import('./AccountPage.tsx').then(module => module.AccountPage),
  },
  {
    path: '/reviews/$reviewId/faculty',
    layout: 'review',
    title: 'Who works on this',
    load: () => import('./FacultyPage.tsx').then(module => module.FacultyPage),
  },
  {
    path: '/people/$personId',
    layout: 'app',
    title: 'Person',
    load: () => import('./Person.tsx').then(module => module.Person),
  },
];
