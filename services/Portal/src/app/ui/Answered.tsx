import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '@/api/problem';
import { NotFound } from '../problems/NotFound';
import { ProblemNotice } from '../problems/ProblemNotice';
import { Loading } from './Loading';

/** What a query brought, or that it is on its way, or why it is not there. What is shown already stays when a later try fails. */
export function Answered<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { data, error, refetch } = query;
  const problem = error instanceof Problem ? error : error ? Problem.read(0, undefined) : undefined;
  if (data === undefined && problem?.status === 404) return <NotFound />;
  return (
    <>
      {problem ? <ProblemNotice problem={problem} onRetry={() => void refetch()} /> : null}
      {data !== undefined ? children(data) : problem ? null : <Loading />}
    </>
  );
}
