using Microsoft.Extensions.Localization;

namespace Shirase.Web.Words;

/// <summary>Lets data annotations name keys: <c>[Display(Name = "Fields.Subject")]</c>, <c>ErrorMessage = "Parts.ErrorRequired"</c>.</summary>
public sealed class TextLocalizer(IText text) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, text[name], resourceNotFound: text.Find(name) is null);

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, text[name, arguments], resourceNotFound: text.Find(name) is null);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
