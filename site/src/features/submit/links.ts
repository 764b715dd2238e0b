/** Characters of a link that GitHub still takes; longer ones are refused as a whole. */
export const LONGEST = 8_000;

/** GitHub's page for a new file, its name and text filled in; `undefined` where the link would be too long. */
export function newFileLink(repository: string, branch: string, path: string, text: string): string | undefined {
  const link = `${repository}/new/${branch}?${new URLSearchParams({ filename: path, value: text })}`;
  return link.length > LONGEST ? undefined : link;
}

/** GitHub's page that takes files into the folder of a path, without any limit of a link. */
export function uploadLink(repository: string, branch: string, path: string): string {
  return `${repository}/upload/${branch}/${path.slice(0, path.lastIndexOf("/"))}`;
}
