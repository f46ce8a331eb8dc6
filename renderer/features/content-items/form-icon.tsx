import type { ContentForm, ContentStatus } from '@shared/domain/calendar/content.schema';
import {
  IconArticle,
  IconBroadcast,
  IconChartBar,
  IconCircleCheck,
  IconCircleDashed,
  IconEye,
  IconListNumbers,
  IconMessageCircle,
  IconSend,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react';

const FORM_ICONS: Record<ContentForm, TablerIcon> = {
  article: IconArticle,
  video: IconVideo,
  live: IconBroadcast,
  relay: IconListNumbers,
  topic: IconMessageCircle,
};

const STATUS_ICONS: Record<ContentStatus, TablerIcon> = {
  draft: IconCircleDashed,
  review: IconEye,
  ready: IconCircleCheck,
  sent: IconSend,
  measured: IconChartBar,
};

export function FormIcon({ form }: { form: ContentForm }) {
  const Icon = FORM_ICONS[form];
  return <Icon size={14} stroke={1.8} aria-hidden />;
}

/** A shape for each status, so that colour alone never says it. */
export function StatusIcon({ status }: { status: ContentStatus }) {
  const Icon = STATUS_ICONS[status];
  return <Icon size={14} stroke={1.8} aria-hidden />;
}
