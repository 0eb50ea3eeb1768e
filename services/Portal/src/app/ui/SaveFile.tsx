import { useState } from 'react';
import { download } from '@/api/client';
import { Problem } from '@/api/problem';
import { ProblemNotice } from '../problems/ProblemNotice';
import { Button, type ButtonProps } from './Button';

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
  const [problem, setProblem] = useState<Problem>();
  const save = async () => {
    try {
      const answered = await download(path, accept);
      const address = URL.createObjectURL(await answered.blob());
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  return (
    <>
      <Button look={look} className="not-printed" onPress={() => void save()}>
        {label}
      </Button>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}
