export default function fluentTokens(source: string): string;
