/** Why a protected file stays closed; `unknown` is a protection that is not understood. */
export class UnlockFailure extends Error {
  readonly reason: 'wrong-password' | 'damaged' | 'unknown';
  constructor(reason: UnlockFailure['reason']) {
    super(reason);
    this.reason = reason;
  }
}
