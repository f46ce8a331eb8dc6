import { type ErrorData, ExpectedError } from '@shared/lib/errors';
import { type TransferHandler, transferHandlers } from 'comlink';

type Thrown = { value: unknown };
type Wire = { expected?: { code: string; data: ErrorData } };

/**
 * Comlink keeps only name, message and stack of an error. Both ends call this once, so that an
 * ExpectedError thrown in the data worker arrives in the window with its code and data.
 */
export function carryExpectedErrors(): void {
  const plain = transferHandlers.get('throw') as TransferHandler<Thrown, object> | undefined;
  if (!plain) throw new Error('comlink has no handler for errors');
  const handler: TransferHandler<Thrown, object> = {
    canHandle: plain.canHandle,
    serialize(thrown) {
      const { value } = thrown;
      if (!(value instanceof ExpectedError)) return plain.serialize(thrown);
      return [{ expected: { code: value.code, data: value.data } } satisfies Wire, []];
    },
    deserialize(wire) {
      const { expected } = wire as Wire;
      if (expected) throw new ExpectedError(expected.code, expected.data);
      return plain.deserialize(wire);
    },
  };
  transferHandlers.set('throw', handler);
}
