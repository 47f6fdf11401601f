package xyz.contentfactory.integration.media;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Files for posts. Needs a bean `MediaSettings` and the database of the service.
@Configuration(proxyBeanMethods = false)
@Import(MediaController.class)
public class MediaModule {
  private static final String DATABASE = "integrationDatabase";

  @Bean
  MediaFiles mediaFiles(
      @Qualifier(DATABASE) ServiceDatabase database, InstantSource clock, MediaSettings settings) {
    return new MediaFiles(database, clock, MediaDisk.open(settings.folderOrTemporary()));
  }

  @Bean
  Reception mediaReception(MediaFiles files, MediaSettings settings) {
    return new Reception(files, settings);
  }

  @Bean
  Transfers transfers(
      @Qualifier(DATABASE) ServiceDatabase database, InstantSource clock, MediaFiles files) {
    SecureRandom random = new SecureRandom();
    return new Transfers(database, clock, files.disk(), () -> random.nextLong());
  }

  @Bean
  MediaCleaning mediaCleaning(
      MediaFiles files, Claims claims, InstantSource clock, MediaSettings settings) {
    return new MediaCleaning(files, claims, clock, settings.keep());
  }
}
