using Microsoft.Extensions.DependencyInjection;

namespace Shirase.Posts.Images;

public static class ImageRegistration
{
    /// <summary>Cleaning of attached images.</summary>
    public static IServiceCollection AddImages(this IServiceCollection services)
    {
        services.AddOptions<ImageCleaningOptions>().BindConfiguration(ImageCleaningOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<Documents.DocumentReadingOptions>().BindConfiguration(Documents.DocumentReadingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Documents.DocumentReading>().AddScoped<Documents.ReadingDocuments>();
        return services.AddSingleton<BoundedProgram>().AddSingleton<ImageRedrawing>().AddSingleton<ImageCleaner>().AddSingleton<QrReading>();
    }
}
