import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { Problem } from '@/api/problem';
import { useLanguage } from './language';
import { router } from './routes';
import { session } from './session/session';
import '../styles.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // an outage passes; what the hub refused it refuses again
      retry: (count, error) => error instanceof Problem && (error.isOutage || error.status === 429) && count < 3,
      staleTime: 5_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

// who leaves takes along what was read
session.state.subscribe(() => {
  if (session.state.get().kind === 'signedOut') queries.clear();
});

function Portal() {
  const language = useLanguage();
  return (
    <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-GB'}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Portal />
    </StrictMode>,
  );
