import { registerIcons } from "@fluentui/react/lib/Styling";

/** The one icon that our controls show, drawn here: Fluent's own would come from Microsoft's CDN. */
export function registerOwnIcons(): void {
  registerIcons({
    icons: {
      checkmark: (
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2.5 8.5 6.3 12.2 13.5 4.2" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      ),
    },
  });
}
