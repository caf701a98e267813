using Microsoft.Playwright;

namespace WorkReports.Tests.Support;

/// <summary>A voice in place of the browser's, which headless Chromium lacks: it says nothing, and ends when the test tells it to.</summary>
static class FakeVoice
{
    const string Engine = """
        const voices = [{ name: "甲", lang: "en-US", localService: true }, { name: "乙", lang: "zh-CN", localService: false }, { name: "丙", lang: "zh_CN", localService: true }];
        const engine = {
          now: null,
          pending: false,
          get speaking() { return this.now !== null; },
          getVoices() { return voices; },
          addEventListener() { },
          speak(utterance) { this.now = utterance; },
          cancel() { this.stop("onerror", { error: "canceled" }); },
          stop(told, event) { const stopped = this.now; this.now = null; stopped?.[told]?.(event); },
        };
        Object.defineProperty(window, "speechSynthesis", { value: engine });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """;

    public static Task GiveVoice(this IPage page) => page.AddInitScriptAsync(Engine);

    /// <summary>Waits until these words are being said.</summary>
    public static Task Hear(this IPage page, string words) =>
        page.WaitForFunctionAsync("words => speechSynthesis.now?.text === words", words, new() { Timeout = 5_000 });

    public static Task HearNothing(this IPage page) =>
        page.WaitForFunctionAsync("() => !speechSynthesis.speaking", null, new() { Timeout = 5_000 });

    public static Task<string> Saying(this IPage page, string property) =>
        page.EvaluateAsync<string>($"String(speechSynthesis.now.{property})");

    /// <summary>The voice comes to the end of its sentence.</summary>
    public static Task EndSentence(this IPage page) => page.EvaluateAsync("speechSynthesis.stop('onend')");

    public static Task BreakOff(this IPage page) =>
        page.EvaluateAsync("speechSynthesis.stop('onerror', { error: 'synthesis-failed' })");

    /// <summary>The words that are coloured as being read.</summary>
    public static Task<string> Marked(this IPage page) =>
        page.EvaluateAsync<string>(
            "[...(CSS.highlights.get('aloud') ?? [])].map(range => range.toString().trim()).join('')"
        );
}
