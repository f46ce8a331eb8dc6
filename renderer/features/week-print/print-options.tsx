import { Button, Checkbox, FileButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import { SHEET_EDITIONS, type SheetEdition } from '@shared/domain/calendar/sheet/sheet.types';
import type { ReactNode } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { asLogo } from './pictures';
import {
  ALL_TOGETHER,
  EACH_GROUP,
  LONGEST_GREETING,
  type PrintChoices,
  type PrintSpan,
} from './print-choices';
import classes from './print-dialog.module.css';
import { chosenGroups, isQrValid, type PrintOrder } from './print-parts';
import { setPrintLogo } from './week-print.commands';
import { weekPrintMessages } from './week-print.messages';

type PrintOptionsProps = {
  span: PrintSpan;
  choices: PrintChoices;
  onChange: (patch: Partial<PrintChoices>) => void;
  order: PrintOrder | undefined;
};

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={classes.row}>
    <span>{label}</span>
    {children}
  </div>
);

/** Everything that one may choose of a sheet; remembered on this laptop. */
export function PrintOptions({ span, choices, onChange, order }: PrintOptionsProps) {
  const t = useMessages(weekPrintMessages);
  const groups = order?.plan.groups ?? [];
  const known = [ALL_TOGETHER, EACH_GROUP, ...groups.map(({ id }) => id)];
  const landscape = choices.isLandscape[span];
  return (
    <>
      <div>
        <SegmentedControl
          fullWidth
          size="sm"
          value={choices.edition}
          aria-label={t('edition')}
          data={SHEET_EDITIONS.map((value) => ({ value, label: t(`edition.${value}`) }))}
          onChange={(value) => onChange({ edition: value as SheetEdition })}
        />
        <p className={classes.hint}>
          {choices.edition === 'internal' ? t('editionHintInternal') : t('editionHintMembers')}
        </p>
      </div>
      <Select
        label={t('groups')}
        size="sm"
        allowDeselect={false}
        searchable={groups.length > 8}
        value={known.includes(choices.groups) ? choices.groups : ALL_TOGETHER}
        data={[
          { value: ALL_TOGETHER, label: t('groups.together') },
          ...(groups.length > 1 ? [{ value: EACH_GROUP, label: t('groups.each') }] : []),
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onChange({ groups: value ?? ALL_TOGETHER })}
      />
      <Row label={t('paper')}>
        <SegmentedControl
          size="xs"
          value={choices.size}
          aria-label={t('paper')}
          data={['A4', 'A3']}
          onChange={(value) => onChange({ size: value === 'A3' ? 'A3' : 'A4' })}
        />
        <SegmentedControl
          size="xs"
          value={landscape ? 'landscape' : 'portrait'}
          aria-label={t('orientation')}
          data={[
            { value: 'landscape', label: t('landscape') },
            { value: 'portrait', label: t('portrait') },
          ]}
          onChange={(value) =>
            onChange({ isLandscape: { ...choices.isLandscape, [span]: value === 'landscape' } })
          }
        />
      </Row>
      <Row label={t('colour')}>
        <SegmentedControl
          size="xs"
          value={choices.isMono ? 'mono' : 'tinted'}
          aria-label={t('colour')}
          data={[
            { value: 'tinted', label: t('colour.tinted') },
            { value: 'mono', label: t('colour.mono') },
          ]}
          onChange={(value) => onChange({ isMono: value === 'mono' })}
        />
      </Row>
      <div className={classes.checks}>
        <Checkbox
          size="sm"
          label={t('hasFacts')}
          checked={choices.hasFacts}
          onChange={(event) => onChange({ hasFacts: event.currentTarget.checked })}
        />
        <Checkbox
          size="sm"
          label={t('hasNote')}
          disabled={span === 'month'}
          checked={choices.hasNote && span !== 'month'}
          onChange={(event) => onChange({ hasNote: event.currentTarget.checked })}
        />
        <QrChoice choices={choices} onChange={onChange} order={order} />
        <LogoChoice choices={choices} onChange={onChange} order={order} />
      </div>
      <TextInput
        size="sm"
        label={t('greeting')}
        placeholder={t('greetingExample')}
        maxLength={LONGEST_GREETING}
        value={choices.greeting}
        onChange={(event) => onChange({ greeting: event.currentTarget.value })}
      />
    </>
  );
}

type PartProps = Omit<PrintOptionsProps, 'span'>;

/** Says when a code that is wanted cannot stand on the sheet, and why. */
function QrChoice({ choices, onChange, order }: PartProps) {
  const t = useMessages(weekPrintMessages);
  const format = useFormat();
  const hint = (of: PrintOrder): string => {
    const { groups, without, old, lost } = qrState(of);
    const [only] = groups;
    if (!only) return t('qrOneGroup');
    if (groups.length > 1) {
      const n = without + old + lost;
      return n > 0 ? t('qrMissing', { n, total: groups.length }) : '';
    }
    if (without > 0) return t('qrNone');
    if (old > 0) return t('qrOld', { day: format.day(only.qrUntil ?? of.today) });
    return lost > 0 ? t('qrLost') : '';
  };
  return (
    <div className={classes.wide}>
      <Checkbox
        size="sm"
        label={t('hasQr')}
        checked={choices.hasQr}
        onChange={(event) => onChange({ hasQr: event.currentTarget.checked })}
      />
      {order && choices.hasQr && <p className={classes.hint}>{hint(order)}</p>}
    </div>
  );
}

/** Groups whose code could stand on a sheet, and how many have none, an old one, or a lost one. */
function qrState({ plan, choices, today, qrPictures }: PrintOrder) {
  const chosen = chosenGroups(plan, choices.groups);
  const groups = chosen.length > 0 ? chosen : plan.groups.length === 1 ? plan.groups : [];
  const valid = groups.filter((group) => isQrValid(group, today));
  const without = groups.filter(({ qrAssetId }) => qrAssetId === undefined).length;
  const lost = valid.filter(({ qrAssetId }) => !qrPictures.has(qrAssetId ?? '')).length;
  return { groups, without, old: groups.length - valid.length - without, lost };
}

function LogoChoice({ choices, onChange, order }: PartProps) {
  const t = useMessages(weekPrintMessages);
  const logo = order?.plan.logo;
  const keep = async (file: File | null) => {
    if (!file) return;
    try {
      await execute(setPrintLogo, { logo: { picture: await asLogo(file) } });
      onChange({ hasLogo: true });
      showDone(t('logoKept'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={`${classes.wide} ${classes.logo}`}>
      <Checkbox
        size="sm"
        label={t('hasLogo')}
        disabled={!logo}
        checked={choices.hasLogo && logo !== undefined}
        onChange={(event) => onChange({ hasLogo: event.currentTarget.checked })}
      />
      {logo && <img src={logo.picture} alt={t('hasLogo')} />}
      <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void keep(file)}>
        {(props) => (
          <Button {...props} variant="subtle" size="compact-xs">
            {logo ? t('logoOther') : t('logoChoose')}
          </Button>
        )}
      </FileButton>
      {logo && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          onClick={() => void execute(setPrintLogo, { logo: null }).catch(showProblem)}
        >
          {t('logoRemove')}
        </Button>
      )}
    </div>
  );
}
