import type { PrintJob } from '@shared/contracts/ipc';
import type { Member } from '@shared/domain/members/member.schema';
import { useCallback, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { useLevelName } from '@/features/growth-value';
import { bridge } from '@/platform/bridge';
import { usePrintCommand } from '@/ui/print-command';
import { useTimelineNames } from '../timeline/use-timeline-names';
import { memberSheetJob } from './member-sheet';
import { readSheet } from './read-sheet';
import { sheetMessages } from './sheet.messages';

/** The member on one page, on paper or as PDF; one at a time. */
export function useMemberSheet(member: Member | null | undefined) {
  const t = useMessages(sheetMessages);
  const names = useTimelineNames();
  const levelName = useLevelName();
  const isMasked = useSettings().privacyMask === true;
  const [isBusy, setIsBusy] = useState(false);
  const latest = useRef({ member, names, levelName, isMasked, t });
  latest.current = { member, names, levelName, isMasked, t };

  const run = useCallback(
    async (showIds: boolean, send: (job: PrintJob) => Promise<string>): Promise<void> => {
      const { member, names, levelName, isMasked } = latest.current;
      if (!member) return;
      setIsBusy(true);
      try {
        const data = await readSheet(member);
        const { levelKey: key, levelName: name } = data.ledger;
        const job = memberSheetJob(data, {
          language: currentLanguage(),
          isMasked,
          showIds,
          tagName: (id) => names.tagOf(id)?.name,
          points: names.points,
          sentence: names.sentence,
          level: levelName({ key, ...(name === undefined ? {} : { name }) }),
        });
        const said = await send(job);
        if (said !== '') showDone(said);
      } catch (error) {
        showProblem(error);
      } finally {
        setIsBusy(false);
      }
    },
    [],
  );
  const toPaper = useCallback(
    (showIds = false) =>
      run(showIds, async (job) => {
        const { printed } = await bridge.printOnPaper(job);
        return printed ? latest.current.t('printed') : '';
      }),
    [run],
  );
  const toPdf = useCallback(
    (showIds = false) =>
      run(showIds, async (job) => {
        const { saved, name = '' } = await bridge.printToPdf(job);
        return saved ? latest.current.t('saved', { name }) : '';
      }),
    [run],
  );
  usePrintCommand(useCallback(() => void toPaper(), [toPaper]));
  return { isBusy, toPaper, toPdf };
}
