import { useState } from 'react';
import { save } from '@/advisory/advisory';
import { download } from '@/api/client';
import { Problem } from '@/api/problem';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button } from '@/app/ui/Button';
import { texts } from './texts';

/** The organisations that one may see, in the form in which they can be brought in again. */
export function Export() {
  const t = useTexts(texts);
  const [problem, setProblem] = useState<Problem>();
  const take = async (charset: 'utf-8' | 'shift_jis') => {
    setProblem(undefined);
    try {
      const response = await download(`/api/organisations/export?charset=${charset}`, 'text/csv');
      save('organisations.csv', `text/csv;charset=${charset}`, await response.arrayBuffer());
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.unreachable());
    }
  };
  return (
    <>
      <Button look="secondary" onPress={() => void take('utf-8')}>
        {t('export')}
      </Button>
      <Button look="quiet" onPress={() => void take('shift_jis')}>
        {t('exportSjis')}
      </Button>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}
