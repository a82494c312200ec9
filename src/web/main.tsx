import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@mantine/core/styles.layer.css';
import './look/tokens.css';
import './look/page.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme, variables } from './look/theme.ts';
import { queryClient } from './queries/queryClient.ts';
import { sessionQuery } from './queries/sessionQuery.ts';
import { registerWorker } from './registerWorker.ts';
import { router } from './router.tsx';

const place = document.getElementById('page');
if (!place) throw new TypeError('main: index.html has no element with the id "page".');

// Asked for before the page's code has come: every page waits for it.
void queryClient.prefetchQuery(sessionQuery);

registerWorker();

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
