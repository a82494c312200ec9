import type { PageRoute } from '../../PageRoute.ts';

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
    path: '/profile',
    layout: 'app',
    title: 'Profile',
    load: () => import('./Profile.tsx').then(module => module.Profile),
  },
  {
    path: '/people/$personId',
    layout: 'app',
    title: 'Person',
    load: () => import('./Person.tsx').then(module => module.Person),
  },
];
