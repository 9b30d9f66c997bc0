using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

public enum StepState
{
    Ahead,
    Current,
    Done,
    Editing,
    Error,
    Skipped,
}

/// <summary>A step as the row of steps shows it.</summary>
/// <param name="Name">Such as 所属長.</param>
/// <param name="State">Where the case stands.</param>
/// <param name="Note">Who and when, or null.</param>
public sealed record StepView(string Name, StepState State, string? Note = null);

/// <summary><c>&lt;step-navigation steps="Model.Steps" label="…" /&gt;</c>: where the case stands.</summary>
public sealed class StepNavigation(IText text) : TagHelper
{
    public required IReadOnlyList<StepView> Steps { get; set; }

    /// <summary>Name of the row for screen readers. Default: 決裁の段階.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");
        output.Attributes.SetAttribute("aria-label", Label ?? text["Parts.Steps"]);
        for (var i = 0; i < Steps.Count; i++)
        {
            output.Content.AppendHtml(Item(Steps[i], i + 1));
        }
    }

    private Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Item(StepView step, int number)
    {
        var state = step.State switch
        {
            StepState.Ahead => null,
            StepState.Current => text["Parts.Step.Current"],
            StepState.Done => text["Parts.Step.Done"],
            StepState.Editing => text["Parts.Step.Editing"],
            StepState.Error => text["Parts.Step.Error"],
            _ => text["Parts.Step.Skipped"],
        };
        var icon = step.State switch
        {
            StepState.Done => "check",
            StepState.Editing => "pencil",
            StepState.Error => "error",
            _ => null,
        };
        var mark = Tags.Of("span", "steps__mark", icon is null ? number : Icon.Of(icon, "chip__icon")).With("aria-hidden", "true");
        var name = Tags.Of(
            "span",
            "steps__name",
            step.Name,
            state is null ? null : Tags.Of("span", "steps__state", state),
            step.Note is null ? null : Tags.Of("span", "steps__state", step.Note));
        return Tags.Of("li", $"steps__item steps__item--{step.State.ToString().ToLowerInvariant()}", mark, name)
            .With("aria-current", step.State is StepState.Current or StepState.Editing ? "step" : null);
    }
}
