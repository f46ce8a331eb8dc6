import { Button } from '@mantine/core';
import type { GroupRule } from '@shared/domain/group-life/group-rule.schema';
import { escapeHtml } from '@shared/lib/html';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import { noticeText } from './notice-text';
import { rulesMessages } from './rules.messages';
import classes from './rules.module.css';
import { useRuleWords } from './use-rule-words';

const STYLE =
  '@page{size:A4;margin:18mm}body{font:14pt/1.7 "PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;color:#000;margin:0}' +
  'h1{font-size:26pt;line-height:1.2;margin:0 0 8mm;border-bottom:.5mm solid #000;padding-bottom:4mm}' +
  'p{margin:0 0 2mm;break-inside:avoid;overflow-wrap:anywhere}p.gap{height:4mm}';

type NoticeButtonsProps = {
  announced: readonly GroupRule[];
  groupName: string | undefined;
};

/** The rules as one message: copied by a click or the key C, or printed for the wall. */
export function NoticeButtons({ announced, groupName }: NoticeButtonsProps) {
  const t = useMessages(rulesMessages);
  const follows = useRuleWords();
  const title = groupName === undefined ? t('noticeTitle') : t('noticeOf', { name: groupName });
  const text = noticeText(announced, {
    title,
    encouraged: t('noticeEncouraged'),
    forbidden: t('noticeForbidden'),
    end: t('noticeEnd'),
    follows,
  });
  const copy = () =>
    text === ''
      ? showDone(t('noticeNothing'))
      : void navigator.clipboard.writeText(text).then(() => showDone(t('copied')), showProblem);
  const latest = useRef(copy);
  latest.current = copy;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  async function print() {
    const [, ...lines] = text.split('\n');
    const body = lines.map((line) =>
      line === '' ? '<p class="gap"></p>' : `<p>${escapeHtml(line)}</p>`,
    );
    try {
      const { printed } = await bridge.printOnPaper({
        html: `<!doctype html><html lang="${currentLanguage()}"><head><meta charset="utf-8"><style>${STYLE}</style></head><body><h1>${escapeHtml(title)}</h1>${body.join('')}</body></html>`,
        pageSize: 'A4',
        landscape: false,
        suggestedName: `${title}.pdf`,
      });
      if (printed) showDone(t('printed'));
    } catch (error) {
      showProblem(error);
    }
  }
  const button = { size: 'compact-sm', variant: 'subtle', disabled: text === '' } as const;
  return (
    <span className={classes.buttons}>
      <Button
        {...button}
        data-testid="rules-copy"
        title={t('copyKey')}
        leftSection={<IconCopy size={14} stroke={1.75} />}
        onClick={copy}
      >
        {t('copy')}
      </Button>
      <Button
        {...button}
        data-testid="rules-print"
        leftSection={<IconPrinter size={14} stroke={1.75} />}
        onClick={() => void print()}
      >
        {t('print')}
      </Button>
    </span>
  );
}

/** In a field, a menu or a dialog the key belongs to what is there. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.closest('input,textarea,select,[role="menu"],[aria-modal="true"]') !== null;
}
