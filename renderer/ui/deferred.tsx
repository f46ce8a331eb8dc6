import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

type Deferred<Props> = {
  Part: (props: Props) => ReactNode;
  /** Fetches the code ahead of its use. */
  preload: () => void;
};

/**
 * A part of the screen whose code is fetched when it is first shown. Not `React.lazy`: once React
 * has shown a fallback it keeps it for 300 ms, however soon the code is there.
 */
export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Deferred<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;

  function fetchCode(): Promise<void> {
    loading ??= load().then(
      (part) => {
        Loaded = part;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  function Part(props: Props) {
    const [isHere, setIsHere] = useState(Loaded !== undefined);
    const [failure, setFailure] = useState<{ error: unknown }>();
    useEffect(() => {
      if (isHere) return undefined;
      let isCurrent = true;
      fetchCode().then(
        () => isCurrent && setIsHere(true),
        (error: unknown) => isCurrent && setFailure({ error }),
      );
      return () => {
        isCurrent = false;
      };
    }, [isHere]);
    // To the nearest boundary, as if the part itself had failed.
    if (failure) throw failure.error;
    return Loaded ? <Loaded {...props} /> : waiting;
  }

  return { Part, preload: () => void fetchCode().catch(() => undefined) };
}
