/*
 * Runs before everything else: without it Fluent asks Microsoft's CDN for 104 font files, and the page's policy forbids
 * inline scripts. Needed for as long as @fluentui/react 8 is used (seen in 8.125.7).
 */
window.FabricConfig = { fontBaseUrl: "" };
