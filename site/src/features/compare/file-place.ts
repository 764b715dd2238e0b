/** Has a place with a file input take a file that is chosen or dropped there. Files dropped elsewhere go to scoring (scripts/drop.ts). */
export function watchFilePlace(place: HTMLElement, take: (file: File) => Promise<void>): void {
  const give = (file: File | undefined): void => {
    if (file !== undefined) void take(file);
  };
  const input = place.querySelector<HTMLInputElement>("input[type=file]");
  input?.addEventListener("change", () => {
    give(input.files?.[0]);
    input.value = "";
  });
  place.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    delete document.documentElement.dataset.dragging;
    give(event.dataTransfer.files[0]);
  });
}
