import { Button } from '@mantine/core';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { templateOfStarter } from '@shared/domain/calendar/week-template.rules';
import type { WeekTemplate } from '@shared/domain/calendar/week-template.schema';
import { useState } from 'react';
import { problemText, showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { InlineEdit } from '@/ui/inline-edit';
import { starterWeeks } from '../place/starter-weeks';
import { ApplyTemplateDialog } from '../place/template-dialogs';
import { removeTemplate, renameTemplate } from '../place.commands';
import type { ColumnsData } from './columns-data';
import { pageMessages } from './page.messages';
import classes from './page.module.css';

/** Template weeks: one's own and those that come with the console. */
export function TemplatesPart({ data }: { data: ColumnsData }) {
  const t = useMessages(pageMessages);
  const key = useLanguageKey();
  const own = useLive(() => readDb.rows('weekTemplates').all(), []) ?? [];
  const [applying, setApplying] = useState<string>();
  return (
    <>
      <p className={classes.quiet}>{t('templatesText')}</p>
      <Card title={t('own')}>
        {own.length === 0 && <p className={classes.quiet}>{t('templatesNone')}</p>}
        <ul className={classes.list}>
          {own.map((template) => (
            <OwnTemplate
              key={template.id}
              template={template}
              onApply={() => setApplying(template.id)}
            />
          ))}
        </ul>
      </Card>
      <Card title={t('starters')}>
        <ul className={classes.list}>
          {starterWeeks.map((starter) => {
            const { id, name, items } = templateOfStarter(starter, key);
            return (
              <li key={id} className={classes.row}>
                <span className={classes.main}>
                  <span className={classes.name}>{name}</span>
                  <span className={classes.quiet}>{starter.about[key]}</span>
                </span>
                <span className={classes.use}>
                  {t('items', { count: items.length, n: items.length })}
                </span>
                <Button variant="default" size="compact-sm" onClick={() => setApplying(id)}>
                  {t('apply')}
                </Button>
              </li>
            );
          })}
        </ul>
      </Card>
      {applying !== undefined && (
        <ApplyTemplateDialog
          monday={weekOf(data.today).monday}
          templateId={applying}
          onClose={() => setApplying(undefined)}
        />
      )}
    </>
  );
}

function OwnTemplate({ template, onApply }: { template: WeekTemplate; onApply: () => void }) {
  const t = useMessages(pageMessages);
  const { id, name, items } = template;
  const rename = async (next: string) => {
    if (next === '') return t('nameEmpty');
    try {
      await execute(renameTemplate, { id, name: next.slice(0, 60) });
      return undefined;
    } catch (error) {
      return problemText(error);
    }
  };
  const remove = () =>
    execute(removeTemplate, { id, name }).then(
      () => showDone(t('templateRemoved', { name }), { undo: true }),
      showProblem,
    );
  return (
    <li className={classes.row} data-testid="own-template">
      <span className={classes.main}>
        <InlineEdit label={t('rename')} value={name} placeholder={t('name')} onSave={rename} />
      </span>
      <span className={classes.use}>{t('items', { count: items.length, n: items.length })}</span>
      <Button variant="default" size="compact-sm" onClick={onApply}>
        {t('apply')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        c="var(--q-red-text)"
        onClick={() => void remove()}
      >
        {t('remove')}
      </Button>
    </li>
  );
}
