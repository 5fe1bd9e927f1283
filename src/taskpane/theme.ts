import { loadTheme } from "@fluentui/react/lib/Styling";

/** The colours of the pane; each text colour keeps 4.5:1 on its ground (WCAG 2.2, 1.4.3). */
export function applyTheme(): void {
  loadTheme({
    palette: {
      themePrimary: "#0b5a66",
      themeLighterAlt: "#f1f8f9",
      themeLighter: "#cde7ea",
      themeLight: "#a5d3d9",
      themeTertiary: "#5aa4af",
      themeSecondary: "#1f7581",
      themeDarkAlt: "#0a515c",
      themeDark: "#08444e",
      themeDarker: "#063239",
    },
  });
}
