import type { Reply } from '@shared/domain/replies/reply.schema';
import { useEffect, useRef } from 'react';
import { type CopyFor, copyAnswer } from './copy-answer';
import { FillDialog } from './fill-dialog';
import { useFilledAnswer } from './use-filled-answer';

type CopyReplyProps = {
  reply: Pick<Reply, 'id' | 'keyword' | 'answer'>;
  copyFor: CopyFor;
  onClose: () => void;
};

/** Copies at once what leaves nothing open, and asks for the rest otherwise. */
export function CopyReply({ reply, copyFor, onClose }: CopyReplyProps) {
  const filled = useFilledAnswer(reply, copyFor);
  const isDone = useRef(false);
  const isWhole = filled !== undefined && filled.asked.length === 0;
  const text = filled?.text;
  useEffect(() => {
    if (!isWhole || text === undefined || isDone.current) return;
    isDone.current = true;
    void copyAnswer(reply, text, {}, copyFor).then(onClose);
  }, [isWhole, text, reply, copyFor, onClose]);
  if (!filled || isWhole) return null;
  return <FillDialog reply={reply} filled={filled} copyFor={copyFor} onClose={onClose} />;
}
