import type { StepItem } from '@shared/domain/sop/run-record.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';

type Kind = StepItem['kind'];
export type ItemLanguage = 'zh' | 'en';
type ReadyItem = { key: string; zh: string; en: string };

const JUMP_WAYS: readonly ReadyItem[] = [
  { key: 'way-button', zh: '按钮直接跳转微信', en: 'Button that opens WeChat' },
  { key: 'way-qr', zh: '长按保存二维码', en: 'QR code to save and scan' },
  { key: 'way-copy', zh: '复制微信号', en: 'WeChat ID to copy' },
];

const LOSS_REASONS: readonly ReadyItem[] = [
  { key: 'loss-expired', zh: '二维码过期', en: 'QR code expired' },
  { key: 'loss-signed-out', zh: '微信未登录', en: 'Not signed in to WeChat' },
  { key: 'loss-clicks', zh: '需要多次点击', en: 'Too many clicks' },
  { key: 'loss-trust', zh: '不信任', en: 'No trust' },
  { key: 'loss-broken', zh: '页面打不开', en: 'Page did not open' },
  { key: 'loss-frequent', zh: '提示操作频繁', en: 'Told to slow down by WeChat' },
  { key: 'loss-no-app', zh: '没装微信或不在手机上', en: 'No WeChat on that device' },
];

/** The one page of a step of the kind `guidePage`: its link and picture are kept like a place's. */
const GUIDE_PAGE: ReadyItem = { key: 'page', zh: '引导页', en: 'Guide page' };

/** A definition says "首页弹窗：每人每天最多一次": the name stands before the colon, the rest is a note. */
function splitLabel(text: string): { label: string; note?: string } {
  const [, label = text, note] = /^(.+?)\s*[：:]\s*(.+)$/s.exec(text.trim()) ?? [];
  return { label: label.trim().slice(0, 200), ...(note ? { note: note.slice(0, 1000) } : {}) };
}

/**
 * What a step works with before anybody has changed it: the places of its definition, the usual ways
 * over and reasons for a loss; in one language, since from then on the words are the leader's own.
 */
export function readyItems(
  step: Pick<SopStep, 'id' | 'runId' | 'position' | 'definition'>,
  kind: Kind,
  language: ItemLanguage,
): StepItem[] {
  const { runId, position } = step;
  const base = (key: string, rank: number) => ({
    id: stepItemId(step, key),
    runId,
    position,
    kind,
    key,
    rank,
  });
  const named = (items: readonly ReadyItem[]): StepItem[] =>
    items.map((item, rank) => ({ ...base(item.key, rank), label: item[language] }));
  switch (kind) {
    case 'placement':
      if (step.definition.tool === 'guidePage') return named([GUIDE_PAGE]);
      return (step.definition.placements ?? []).map(({ key, label }, rank) => ({
        ...base(key, rank),
        ...splitLabel(label[language].trim() || label.zh || label.en),
        state: 'planned',
      }));
    case 'jumpVariant':
      return named(JUMP_WAYS);
    case 'lossReason':
      return named(LOSS_REASONS);
    default:
      return assertNever(kind, 'readyItems');
  }
}

/** The id of one of a step's items: the same on every laptop that begins to change them. */
export function stepItemId(step: Pick<SopStep, 'runId' | 'position'>, key: string): string {
  return `${step.runId}.${step.position}.${key}`;
}

/** The step whose places the figures of a step are told apart by: itself, or the last one before. */
export function placesStep(steps: readonly SopStep[], position: number): SopStep | undefined {
  return steps
    .filter((step) => step.position <= position && step.definition.tool === 'placements')
    .reduce<SopStep | undefined>(
      (last, step) => (last && last.position > step.position ? last : step),
      undefined,
    );
}
