export function MisplacedPage() {
  return null;
}
