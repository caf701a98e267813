# Built on the builder's own kind of processor, for the one that is asked for: amd64 or arm64.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source

# Packages first: this layer stays as long as no version changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/WorkReports.csproj src/
COPY src/Licenses src/Licenses
RUN dotnet restore src/WorkReports.csproj --arch $TARGETARCH

# The build keeps to .editorconfig: without it, other warnings would be errors.
COPY .editorconfig LICENSE ./
COPY wwwroot wwwroot
COPY src src
# The history stays outside, so whoever builds says what the commit is: --build-arg COMMIT=$(git rev-parse HEAD)
ARG COMMIT
RUN dotnet publish src/WorkReports.csproj --configuration Release --arch $TARGETARCH --no-self-contained --no-restore --output /app \
      --property:SourceRevisionId=$COMMIT \
 && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
ARG COMMIT
LABEL org.opencontainers.image.title="WorkReports" \
      org.opencontainers.image.description="A website that publishes work reports from a folder of Markdown files" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="0.2.0-dev" \
      org.opencontainers.image.revision="${COMMIT:-unknown}"
# No diagnostics socket in /tmp, and no second opinion on the port: the program listens where WORKREPORTS_URLS says.
ENV DOTNET_EnableDiagnostics=0 ASPNETCORE_HTTP_PORTS=
# Memory that SQLite gives back goes back to the system: otherwise each thread keeps the most that it ever had.
ENV MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
WORKDIR /app
COPY --from=build /app ./
# The sample content. Mount your own over it: --volume ./content:/app/content:ro
COPY content content
COPY --from=build --chown=$APP_UID:$APP_UID /data data
VOLUME /app/data
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["dotnet", "WorkReports.dll", "health"]
ENTRYPOINT ["dotnet", "WorkReports.dll"]
