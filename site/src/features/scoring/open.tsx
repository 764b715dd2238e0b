/** Placeholder. */
export async function openScoring(_base: string): Promise<void> {}
