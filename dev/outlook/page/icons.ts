/** Line drawings of 20 by 20, made for this page. */
const PATHS = {
  archive: "M3 4h14v3H3zM4 7v9h12V7M8 10h4",
  attach: "M14 6.5 8.2 12.3a1.6 1.6 0 0 0 2.3 2.3l6-6a3.4 3.4 0 0 0-4.8-4.8l-6.2 6.2a5 5 0 0 0 7 7l4.5-4.5",
  chevron: "m6 8 4 4 4-4",
  close: "m5 5 10 10M15 5 5 15",
  draft: "M4 16l1-4 8.5-8.5a1.8 1.8 0 0 1 2.6 2.6L7.6 14.9z",
  file: "M5 2.5h6l4 4v11H5zM11 2.5v4h4",
  forward: "m11 5 5 5-5 5M16 10H4",
  inbox: "M3 11l2-7h10l2 7v5H3zM3 11h4l1 2h4l1-2h4",
  download: "M10 3v9m-4-3.5 4 4 4-4M4 16.5h12",
  pin: "M8 3h4l-.6 5 3 3v1.4H5.6V11l3-3zM10 12.4V18",
  reply: "M9 5 4 10l5 5M4 10h12",
  search: "M9 14.5A5.5 5.5 0 1 0 9 3.5a5.5 5.5 0 0 0 0 11zM13 13l4 4",
  send: "M3 3.5 17.5 10 3 16.5 5 10zM5 10h6",
  sent: "M3 3.5 17.5 10 3 16.5 5 10zM5 10h6",
  settings: "M3 6h7M14 6h3M3 14h3M10 14h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  trash: "M4 5.5h12M8 5V3.5h4V5M5.5 5.5l.8 11h7.4l.8-11",
  waffle:
    "M4 4h2v2H4zM9 4h2v2H9zM14 4h2v2h-2zM4 9h2v2H4zM9 9h2v2H9zM14 9h2v2h-2zM4 14h2v2H4zM9 14h2v2H9zM14 14h2v2h-2z",
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof PATHS;

/** A drawing in the colour of the text beside it; it says nothing to a screen reader. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
