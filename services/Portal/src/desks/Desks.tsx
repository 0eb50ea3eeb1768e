import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Card } from '@/app/ui/Card';
import { ContactLink } from '@/members/Contacts';
import { desksQuery } from './desks';
import { texts } from './texts';

/** The desks that stand by the own organisation, to be called at any hour. */
export function Desks() {
  const t = useTexts(texts);
  const language = useLanguage();
  const query = useQuery(desksQuery);
  return (
    <Card title={t('title')}>
      <p className="mb-3 text-sm text-solid-gray-700">{t('what')}</p>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {items.map(body => (
                <li key={body.organisationId + body.ceptoar} className="border-t border-solid-gray-300 pt-2 first:border-t-0">
                  <p className="font-bold">{(language === 'en' && body.nameEn) || body.name}</p>
                  {body.desk ? (
                    <p className="flex flex-wrap items-baseline gap-x-4">
                      <span>{body.desk.name}</span>
                      {body.desk.telephone ? <ContactLink channel="telephone" contact={body.desk.telephone} /> : null}
                      {body.desk.email ? <ContactLink channel="mail" contact={body.desk.email} /> : null}
                    </p>
                  ) : (
                    <p className="text-solid-gray-700">{t('notTold')}</p>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}
