using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Shirase.Web.Words;

/// <summary>Gives every validation of forms its sentence in the language of the request.</summary>
public sealed class FormMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = KeyFor(attribute);
            }
        }
    }

    public static void Bind(MvcOptions options, IText text)
    {
        options.ModelMetadataDetailsProviders.Add(new FormMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => text["Parts.ErrorMissing"]);
        messages.SetMissingBindRequiredValueAccessor(_ => text["Parts.ErrorMissing"]);
        messages.SetMissingKeyOrValueAccessor(() => text["Parts.ErrorMissing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Parts.ErrorMissing"]);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => text["Parts.ErrorNotUnderstood", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => text["Parts.ErrorNotUnderstood", value]);
        messages.SetValueIsInvalidAccessor(value => text["Parts.ErrorNotUnderstood", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["Parts.ErrorUnknown"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Parts.ErrorUnknown"]);
        messages.SetValueMustBeANumberAccessor(_ => text["Parts.ErrorNumber"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Parts.ErrorNumber"]);
    }

    private static string KeyFor(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Parts.ErrorRequired",
        StringLengthAttribute { MinimumLength: > 0 } => "Parts.ErrorLengthBetween",
        StringLengthAttribute or MaxLengthAttribute => "Parts.ErrorTooLong",
        MinLengthAttribute => "Parts.ErrorTooShort",
        RangeAttribute => "Parts.ErrorRange",
        EmailAddressAttribute => "Parts.ErrorMail",
        CompareAttribute => "Parts.ErrorDiffers",
        _ => "Parts.ErrorUnknown",
    };
}
