import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { has, hasAccepted } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Button } from '@/app/ui/Button';
import { peopleQuery } from '@/members/members';
import { useAccept } from './handling';
import { managersOf } from './managers';
import { texts } from './texts';

/** Whether the own organisation accepted the rules in force; who may accept does so here, the others are told whom to ask. */
export function Acceptance() {
  const t = useTexts(texts);
  const me = useMe();
  const accepted = hasAccepted(me);
  const accept = useAccept();
  const { id, currentHandlingRulesVersion: version } = me.organisation;
  const manages = has(me, 'manager', 'administrator');
  const people = useQuery({ ...peopleQuery(id), enabled: !accepted && !manages });
  const managers = managersOf(people.data ?? []);
  const may = manages || (people.data !== undefined && managers.length === 0);
  return (
    <section className="card mb-6">
      {accept.error ? <ProblemNotice problem={accept.error} /> : null}
      <p role="status" className="font-bold">
        {accepted ? `✓ ${t('accepted', { version })}` : t('notAccepted')}
      </p>
      {accepted ? null : may ? (
        <>
          <p className="my-2">{manages ? t('acceptDetail') : `${t('noManager')}${t('acceptDetail')}`}</p>
          <Button isPending={accept.isPending} onPress={() => accept.send({ id, version })}>
            {t('accept')}
          </Button>
          {accept.isPending ? <p role="status">{t('working')}</p> : null}
        </>
      ) : (
        <>
          <p className="my-2">{managers.length > 0 ? t('askManager') : t('askAdministrator')}</p>
          <ul className="list-disc ps-6">
            {managers.map(name => (
              <li key={name} className="font-bold">
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
