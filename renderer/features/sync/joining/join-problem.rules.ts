const AT_ADDRESS = new Set([
  'hub-address-bad',
  'hub-unreachable',
  'hub-answers-strangely',
  'hub-certificate',
  'protocol-newer',
  'protocol-older',
]);
const AT_CODE = new Set(['invite-unknown', 'invite-expired', 'invite-spent']);

/** Beside which field a refusal to join is to be said. */
export function fieldOfProblem(code: string | undefined): 'url' | 'code' | 'all' {
  if (code === undefined) return 'all';
  if (AT_ADDRESS.has(code)) return 'url';
  return AT_CODE.has(code) ? 'code' : 'all';
}
