import { useState } from 'react';
import { download } from '@/api/client';
import { Problem } from '@/api/problem';
import { useTexts } from '../language';
import { ProblemNotice } from '../problems/ProblemNotice';
import { Button, type ButtonProps } from './Button';
import { type SavedAs, savedAs } from './saved';
import { texts } from './savedTexts';

/** Fetches a file of the hub as the signed-in person and offers it under a name. */
export function SaveFile({
  path,
  accept,
  name,
  label,
  look = 'secondary',
}: {
  path: string;
  accept: string;
  name: string;
  label: string;
} & Pick<ButtonProps, 'look'>) {
  const t = useTexts(texts);
  const [saved, setSaved] = useState<SavedAs>();
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    try {
      const answered = await download(path, accept);
      const address = URL.createObjectURL(await answered.blob());
      const as = savedAs(name, answered.headers);
      const link = document.createElement('a');
      link.href = address;
      link.download = as.name;
      link.click();
      URL.revokeObjectURL(address);
      setProblem(undefined);
      setSaved(as);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setSaved(undefined);
      setProblem(error);
    }
  };
  return (
    <>
      <Button look={look} className="not-printed" onPress={() => void save()}>
        {label}
      </Button>
      <span role="status" className={saved?.password ? 'not-printed text-sm' : 'sr-only'}>
        {saved?.password ? t('archive', { name: saved.name, password: saved.password }) : ''}
      </span>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}
