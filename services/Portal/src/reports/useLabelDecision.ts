import { useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { labelChangesQuery } from './reports';

export type LabelDecision = 'agree' | 'refuse';

/** Says yes or no to another label of a report: as its source, or as the centre's second person. */
export function useLabelDecision(change: Schemas['LabelChangeView'], onDone: (decision: LabelDecision) => unknown) {
  const queries = useQueryClient();
  return useWrite(
    (decision: LabelDecision, keyed) =>
      answer(
        api.POST('/api/reports/{id}/label/decision', {
          params: { path: { id: change.reportId } },
          body: { change: change.id, decision },
          ...keyed,
        }),
      ),
    {
      onDone: async (_, decision) => {
        void queries.invalidateQueries({ queryKey: labelChangesQuery.queryKey });
        await onDone(decision);
      },
    },
  );
}
