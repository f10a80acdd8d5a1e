/** What the pane's page says by itself, where the webview is too old to run any script of it. */
export const page = {
  oldWebview:
    'Suivi ne peut pas s’ouvrir ici\u00a0: cet Office affiche ses compléments avec Internet Explorer ou l’ancien Edge. Installez Microsoft Edge WebView2 ou mettez Office à jour, puis rouvrez le volet.',
};
