import type { page as fr } from '../fr/page';

export const page = {
  oldWebview:
    'Suivi cannot open here: this Office shows its add-ins with Internet Explorer or the former Edge. Install Microsoft Edge WebView2 or update Office, then open the pane again.',
} satisfies typeof fr;
