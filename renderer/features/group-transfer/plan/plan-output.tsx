import { Button } from '@mantine/core';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { bridge } from '@/platform/bridge';
import { createFormat } from '@/ui/format';
import { planMessages } from './plan.messages';
import { type PlanSheetColumn, type PlanSheetLine, planDocument } from './plan-sheet';
import type { PlanLine, PlanView } from './plan-view';
import { usePlanWords } from './use-plan-words';

type PlanOutputProps = {
  view: PlanView;
  /** Those that the list shows. */
  lines: readonly PlanLine[];
  textOf: (line: PlanLine) => string;
};

/** The people of the plan as a workbook or on paper, as the list shows them. */
export function PlanOutput({ view, lines, textOf }: PlanOutputProps) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const today = useToday();
  const lineOf = useSheetLine(view, textOf);
  const [isBusy, setIsBusy] = useState(false);
  const { group, plan } = view;
  const title = t('sheetName', { group: group.name, day: today });
  const columns = {
    short: useColumns(['name', 'phone', 'from', 'to', 'why', 'state', 'reason', 'invitation']),
    whole: useColumns([
      ...(['name', 'identity', 'region', 'phone', 'from', 'to', 'why'] as const),
      ...(['state', 'reason', 'at', 'by', 'invitation'] as const),
    ]),
  };
  const attempt = async (work: (told: PlanSheetLine[]) => Promise<string | undefined>) => {
    setIsBusy(true);
    try {
      const phones = await maskedPhones(lines.map(({ item }) => item.memberId));
      const said = await work(lines.map((line) => lineOf(line, phones.get(line.item.memberId))));
      if (said !== undefined) showDone(said);
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  const save = () =>
    attempt(async (told) => {
      const bytes = await dataWorker().exports.screenSheet({
        name: t('title'),
        heads: columns.whole.map((column) => ({ title: column.title, type: 'text' })),
        rows: told.map((line) => columns.whole.map(({ key }) => line[key] || undefined)),
      });
      const { saved, name = '' } = await bridge.saveFile(`${title}.xlsx`, bytes);
      return saved ? t('exported', { name }) : undefined;
    });
  const print = () =>
    attempt(async (told) => {
      const day = format.date(plan.createdAt);
      const { printed } = await bridge.printOnPaper({
        html: planDocument({
          language: currentLanguage(),
          title: `${t('title')} · ${group.name}`,
          intro: [
            [
              plan.createdBy ? t('madeBy', { day, by: plan.createdBy }) : t('made', { day }),
              ...(plan.untilDay ? [t('until', { day: format.day(plan.untilDay) })] : []),
            ].join(' · '),
            ...plan.reasons,
          ],
          columns: columns.short,
          lines: told,
          foot: t('foot', { total: format.count(told.length), day: format.fullDay(today) }),
        }),
        pageSize: 'A4',
        landscape: true,
        suggestedName: `${title}.pdf`,
      });
      return printed ? t('printed') : undefined;
    });
  const button = {
    size: 'xs',
    variant: 'default',
    disabled: lines.length === 0 || isBusy,
  } as const;
  return (
    <>
      <Button
        {...button}
        data-testid="transfer-export"
        leftSection={<IconDownload size={14} stroke={1.75} />}
        onClick={() => void save()}
      >
        {t('export')}
      </Button>
      <Button
        {...button}
        data-testid="transfer-print"
        leftSection={<IconPrinter size={14} stroke={1.75} />}
        onClick={() => void print()}
      >
        {t('print')}
      </Button>
    </>
  );
}

const HEADS = {
  name: 'columnName',
  identity: 'columnIdentity',
  region: 'columnRegion',
  phone: 'columnPhone',
  from: 'columnFrom',
  to: 'columnTo',
  why: 'columnWhy',
  state: 'columnState',
  reason: 'columnReason',
  at: 'columnAt',
  by: 'columnBy',
  invitation: 'invitation',
} as const satisfies Record<keyof PlanSheetLine, keyof typeof planMessages.zh>;

function useColumns(keys: readonly (keyof PlanSheetLine)[]): PlanSheetColumn[] {
  const t = useMessages(planMessages);
  return keys.map((key) => ({ key, title: t(HEADS[key]) }));
}

/** A person in words; who has no group to go to gets no invitation. */
function useSheetLine(view: PlanView, textOf: (line: PlanLine) => string) {
  const t = useMessages(planMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { why, refusedWhy } = usePlanWords(view);
  return (line: PlanLine, phone: string | undefined): PlanSheetLine => {
    const { item, person, called } = line;
    return {
      name: called,
      identity: person ? words(`identity.${person.identity}`) : '',
      region: person?.region ?? '',
      phone: phone ?? '',
      from: view.group.name,
      to: view.world.groupOf(item.toGroupId)?.name ?? '',
      why: why(line),
      state: t(`state.${item.state}`),
      reason: (item.state === 'declined' ? item.reason : refusedWhy(line)) ?? '',
      at: format.dateTime(item.at),
      by: item.by ?? '',
      invitation: item.toGroupId === undefined || !person ? '' : textOf(line),
    };
  };
}

async function maskedPhones(memberIds: readonly string[]): Promise<Map<string, string>> {
  const { phone } = createFormat({ language: 'en', isMasked: true, timeZone: DEFAULT_TIME_ZONE });
  const members = await readDb.pagedGetMany('members', memberIds);
  return new Map(
    members.flatMap((member) => {
      const known = member?.phone ?? member?.phoneMasked;
      return member && known ? [[member.id, phone(known)] as const] : [];
    }),
  );
}
