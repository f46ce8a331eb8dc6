import { hasPhones } from '@shared/domain/export/export-lists';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { dayOf } from '@shared/lib/time';
import { proxy } from 'comlink';
import { useEffect, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { dataWorker } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { createFormat } from '@/ui/format';
import type { ExportProgress, ExportRequest } from '@/workers/export/export-types';
import { exportMessages } from './export.messages';

export type ExportWish = Pick<ExportRequest, 'list' | 'columns' | 'format' | 'isMasked' | 'scope'>;

export type ExportState =
  | { step: 'idle' }
  | { step: 'writing'; progress: ExportProgress | undefined }
  | { step: 'done'; name: string; rowCount: number; cutCount: number };

function requestOf(wish: ExportWish): { request: ExportRequest; fileName: string } {
  const language = currentLanguage() === 'en' ? 'en' : 'zh';
  const t = translator(exportMessages);
  const list = t(`list.${wish.list}`);
  const day = dayOf(Date.now(), DEFAULT_TIME_ZONE);
  const masked = wish.isMasked && hasPhones(wish.list) ? t('maskedName') : '';
  return {
    fileName: `${t('fileName', { list, day })}${masked}.${wish.format}`,
    request: {
      ...wish,
      language,
      words: {
        sheetName: list,
        cutMark: t('cutMark'),
        maskedMark: t('maskedMark'),
        ofValue: wordsMessages[language],
      },
    },
  };
}

const isCancelled = (error: unknown) =>
  error instanceof ExpectedError && error.code === 'export-cancelled';

/** Has the file written beside the window and saves it where the user says. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  const isWriting = useRef(false);
  const cancel = () => void dataWorker().exports.cancel();
  // Whoever closes the dialog does not want the file any more.
  useEffect(
    () => () => {
      if (isWriting.current) void dataWorker().exports.cancel();
    },
    [],
  );

  async function run(wish: ExportWish): Promise<void> {
    const { request, fileName } = requestOf(wish);
    setState({ step: 'writing', progress: undefined });
    isWriting.current = true;
    try {
      const tell = proxy((progress: ExportProgress) =>
        setState((now) => (now.step === 'writing' ? { step: 'writing', progress } : now)),
      );
      const file = await dataWorker().exports.run(request, tell);
      const { saved, name = fileName } = await bridge.saveFile(fileName, file.bytes);
      if (!saved) return setState({ step: 'idle' });
      const { rowCount, cutCount } = file;
      setState({ step: 'done', name, rowCount, cutCount });
      sayDone(name, rowCount, cutCount);
    } catch (error) {
      setState({ step: 'idle' });
      if (!isCancelled(error)) showProblem(error);
    } finally {
      isWriting.current = false;
    }
  }

  return { state, run, cancel, reset: () => setState({ step: 'idle' }) };
}

function sayDone(name: string, rowCount: number, cutCount: number): void {
  const t = translator(exportMessages);
  const language = currentLanguage() === 'en' ? 'en' : 'zh-CN';
  const { count } = createFormat({ language, isMasked: false, timeZone: DEFAULT_TIME_ZONE });
  const cut = cutCount > 0 ? ` ${t('cut', { n: count(cutCount) })}` : '';
  showDone(`${t('saved', { name, n: count(rowCount) })}${cut}`);
}
