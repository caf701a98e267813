using System.Security.Authentication;
using WorkReports.Hosting.Routing;

namespace WorkReports.Hosting.Network;

/// <summary>
/// HTTPS by the server itself, and the headers and redirects for it, also where a proxy terminates it.
/// </summary>
static class Https
{
    const string HstsOneYear = "max-age=31536000";

    public static void AddHttps(this IServiceCollection services, Settings settings)
    {
        if (settings.HttpsRedirect > 0)
        {
            services.AddHttpsRedirection(redirect =>
                (redirect.HttpsPort, redirect.RedirectStatusCode) = (
                    settings.HttpsRedirect,
                    StatusCodes.Status308PermanentRedirect
                )
            );
        }
        if (settings.IsHttps)
        {
            services.AddSingleton<CertificateReloader>();
            services.AddHostedService(provider => provider.GetRequiredService<CertificateReloader>());
        }
    }

    public static void ListenByHttps(this IWebHostBuilder host, Settings settings)
    {
        if (!settings.IsHttps)
            return;

        host.UseKestrelHttpsConfiguration();
        host.ConfigureKestrel(kestrel =>
            kestrel.ConfigureHttpsDefaults(https =>
            {
                var certificate = kestrel.ApplicationServices.GetRequiredService<CertificateReloader>();
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
                https.ServerCertificateSelector = (_, _) => certificate.Current.TargetCertificate;
                // A selector alone would not send the intermediate certificates.
                https.OnAuthenticate = (_, handshake) =>
                    (handshake.ServerCertificateSelectionCallback, handshake.ServerCertificateContext) = (
                        null,
                        certificate.Current
                    );
            })
        );
    }

    public static void UseHttps(this IApplicationBuilder site, Settings settings)
    {
        site.Use(
            (context, next) =>
            {
                // At the last moment: the error page begins with all headers cleared.
                if (context.Request.IsHttps)
                    context.Response.OnStarting(AddHsts, context.Response.Headers);
                return next(context);
            }
        );
        if (settings.HttpsRedirect > 0)
        {
            var routes = site.ApplicationServices.GetRequiredService<RouteTable>();
            site.UseWhen(context => !routes.Of(context).IsProbe, others => others.UseHttpsRedirection());
        }
    }

    static Task AddHsts(object headers)
    {
        ((IHeaderDictionary)headers).StrictTransportSecurity = HstsOneYear;
        return Task.CompletedTask;
    }
}
