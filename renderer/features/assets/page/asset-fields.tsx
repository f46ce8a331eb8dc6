import { TagsInput } from '@mantine/core';
import type { Asset } from '@shared/domain/assets/asset.schema';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { problemText, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { InlineEdit } from '@/ui/inline-edit';
import { editAsset } from '../assets.commands';
import { assetsMessages } from '../assets.messages';
import { DayField } from '../day-field';
import classes from './asset-panel.module.css';
import { useLicenceLine } from './asset-words';

type Change = Omit<z.input<(typeof editAsset)['input']>, 'id'>;

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}

const LONGEST = {
  name: 200,
  note: 1000,
  holder: 100,
  licenceNote: 500,
  tags: 30,
  tag: 40,
} as const;

/** What is known of a file; every field is kept when one leaves it. */
export function AssetFields({ asset, knownTags }: { asset: Asset; knownTags: readonly string[] }) {
  const t = useMessages(assetsMessages);
  const licenceLine = useLicenceLine()(asset);
  const { licence = {} } = asset;
  const save = async (change: Change): Promise<string | undefined> => {
    try {
      await execute(editAsset, { id: asset.id, ...change });
      return undefined;
    } catch (error) {
      return problemText(error);
    }
  };
  const saveOrSay = (change: Change) => {
    execute(editAsset, { id: asset.id, ...change }).catch(showProblem);
  };
  return (
    <div className={classes.fields}>
      <Field label={t('name')}>
        <InlineEdit
          testId="asset-name"
          label={t('name')}
          value={asset.name}
          placeholder={t('nameEmpty')}
          onSave={async (text) =>
            text === '' ? t('nameEmpty') : save({ name: text.slice(0, LONGEST.name) })
          }
        />
      </Field>
      <TagsInput
        size="xs"
        label={t('tags')}
        placeholder={asset.tags.length === 0 ? t('tagsHint') : ''}
        data-testid="asset-tags"
        data={knownTags.filter((tag) => !asset.tags.includes(tag))}
        maxTags={LONGEST.tags}
        maxLength={LONGEST.tag}
        acceptValueOnBlur
        value={asset.tags}
        onChange={(tags) => saveOrSay({ tags: tags.map((tag) => tag.trim()).filter(Boolean) })}
      />
      <Field label={t('note')}>
        <InlineEdit
          label={t('note')}
          value={asset.note ?? ''}
          placeholder={t('noteNone')}
          isLong
          onSave={(text) => save({ note: text.slice(0, LONGEST.note) })}
        />
      </Field>
      <h3 className={classes.heading}>{t('licence')}</h3>
      {licenceLine && (
        <p className={classes.licence} data-tone={licenceLine.tone} data-testid="asset-licence">
          {licenceLine.text}
        </p>
      )}
      <Field label={t('holder')}>
        <InlineEdit
          label={t('holder')}
          value={licence.holder ?? ''}
          placeholder={t('holderNone')}
          onSave={(text) =>
            save({ licence: { ...licence, holder: text.slice(0, LONGEST.holder) || undefined } })
          }
        />
      </Field>
      <DayField
        testId="asset-until"
        label={t('until')}
        placeholder={t('untilNone')}
        value={licence.until}
        onChange={(until) => saveOrSay({ licence: { ...licence, until } })}
      />
      <Field label={t('licenceNote')}>
        <InlineEdit
          label={t('licenceNote')}
          value={licence.note ?? ''}
          placeholder={t('licenceNoteNone')}
          isLong
          onSave={(text) =>
            save({ licence: { ...licence, note: text.slice(0, LONGEST.licenceNote) || undefined } })
          }
        />
      </Field>
    </div>
  );
}
