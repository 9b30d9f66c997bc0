using Microsoft.Playwright;
using Xunit;

namespace Shirase.Journeys.Web;

public sealed class DraftScriptTests(DraftPage draft) : IClassFixture<DraftPage>
{
    [Fact]
    public async Task Given_typing_that_pauses_When_checked_Then_counts_and_findings_are_swapped_and_one_press_mends()
    {
        var page = await draft.OpenAsync();

        await page.Locator("#Body").PressAsync("End");
        await page.Locator("#Body").PressSequentiallyAsync("！");
        await page.Locator("#mend").WaitForAsync();
        await Assertions.Expect(page.Locator("#voice")).ToHaveTextAsync("3 over");
        await page.Locator("#jump").ClickAsync();
        var chosen = await page.EvaluateAsync<string>("() => { const b = document.getElementById('Body'); return b.value.slice(b.selectionStart, b.selectionEnd); }");
        await page.Locator("#mend").ClickAsync();

        Assert.Equal("ＡＢＣ", chosen);
        Assert.StartsWith("ABC", await page.Locator("#Body").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_changed_draft_When_typing_pauses_Then_it_is_saved_and_its_mark_is_carried_on()
    {
        var page = await draft.OpenAsync();

        await page.Locator("#Body").FillAsync("下書き");
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("saved");

        Assert.Contains(("/save", "下書き", "1"), draft.Sent);
        Assert.Equal("2", await page.Locator("[name=Version]").InputValueAsync());
    }

    [Fact]
    public async Task Given_an_ended_session_When_saving_fails_Then_the_words_are_offered_again_after_signing_in()
    {
        var page = await draft.OpenAsync();
        draft.SaveStatus = 401;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();

        await page.Locator("#Body").FillAsync("半分まで書いた文");
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("signed out");
        await page.ReloadAsync();
        draft.SaveStatus = 200;
        await page.Locator("#restore").ClickAsync();

        Assert.Equal("半分まで書いた文", await page.Locator("#Body").InputValueAsync());
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("saved");
    }

    [Fact]
    public async Task Given_a_double_press_When_sent_Then_the_form_goes_once()
    {
        var page = await draft.OpenAsync();

        await page.EvaluateAsync("() => { const b = document.getElementById('send'); b.click(); b.click(); }");
        await page.WaitForURLAsync("**/sent");

        Assert.Single(draft.Sent, s => s.Path == "/sent");
    }

    [Fact]
    public async Task Given_the_decision_keys_When_pressed_outside_a_field_Then_the_confirmation_opens_and_Enter_confirms()
    {
        var page = await draft.OpenAsync();

        await page.Locator("#Body").PressAsync("a");
        Assert.False(await page.Locator("#ask").IsVisibleAsync());
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("#ask")).ToBeVisibleAsync();
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/sent");

        Assert.Single(draft.Sent, s => s.Path == "/sent");
    }

    [Fact]
    public async Task Given_an_open_composition_When_Enter_is_pressed_Then_nothing_is_sent_or_checked()
    {
        var page = await draft.OpenAsync();

        await page.EvaluateAsync("""
            () => {
              const body = document.getElementById("Body");
              body.focus();
              body.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
              body.value += "に";
              body.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
              body.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true, isComposing: true }));
            }
            """);
        await page.WaitForTimeoutAsync(700);
        Assert.Empty(draft.Sent);

        await page.EvaluateAsync("() => document.getElementById('Body').dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))");
        await page.Locator("#mend").WaitForAsync();
        Assert.Contains(draft.Sent, s => s.Path == "/check");
    }

    [Fact]
    public async Task Given_the_slash_key_When_pressed_Then_the_search_has_the_focus()
    {
        var page = await draft.OpenAsync();

        await page.Keyboard.PressAsync("/");

        Assert.Equal("search", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }
}
